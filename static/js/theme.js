// Light or dark by the reader's own wish, kept in a cookie so that the server draws it at once.
// Hook: <button data-theme-button>.
const dark = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const shown = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-theme-button]")) return;
  root.dataset.theme = shown() === "dark" ? "light" : "dark";
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${secure}`;
});

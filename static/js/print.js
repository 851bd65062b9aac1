// A page made for paper is printed by a button: [data-print].

document.addEventListener("click", ({ target }) => target.closest("[data-print]") && print());

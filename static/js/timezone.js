// A new household's clock begins as the device's. Hook: <form data-guess-time-zone> with <input data-time-zone>.
for (const field of document.querySelectorAll("[data-guess-time-zone] [data-time-zone]")) {
  if (!field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

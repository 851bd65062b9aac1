// A chart that is wider than the screen shows what is newest first. Hook: [data-from-end].

for (const frame of document.querySelectorAll("[data-from-end]")) frame.scrollLeft = frame.scrollWidth;

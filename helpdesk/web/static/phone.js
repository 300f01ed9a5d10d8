// The simulated phone shows news without being reloaded. Without this script it works by reloading.
"use strict";

const EVERY_MS = 2000;

async function look() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(page.getElementById("thread"));
    }
  } catch {
    // The server is away for a moment: the next look finds it again.
  }
  setTimeout(look, EVERY_MS);
}

function show(news) {
  const thread = document.getElementById("thread");
  if (!news || news.innerHTML === thread.innerHTML) return;
  thread.replaceChildren(...news.children);
  toTheLast();
}

function toTheLast() {
  document.getElementById("last")?.scrollIntoView({ block: "end" });
}

toTheLast();
setTimeout(look, EVERY_MS);

"use strict";
const filter = document.querySelector(".filter");
const cases = [...document.querySelectorAll(".case")];

function holds(words, wanted) {
  return !wanted || (wanted === "*" ? words !== "" : words.split(" ").includes(wanted));
}

function show() {
  const wanted = Object.fromEntries(new FormData(filter));
  for (const one of cases) {
    one.hidden = !Object.keys(wanted).every((name) => holds(one.dataset[name], wanted[name]));
  }
  filter.querySelector("output").value = `${cases.filter((one) => !one.hidden).length} of ${cases.length} cases`;
}

function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.matches(".case")) return;
  target.hidden = false;
  target.open = true;
  target.scrollIntoView();
}

if (filter) {
  filter.hidden = false;
  filter.addEventListener("change", show);
  for (const link of document.querySelectorAll("a[data-danger]")) {
    link.addEventListener("click", () => {
      filter.reset();
      filter.danger.value = link.dataset.danger;
      show();
    });
  }
  addEventListener("hashchange", open);
  show();
  open();
}

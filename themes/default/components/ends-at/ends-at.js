// Dims events that have ended since the site was built. The page is complete without this script.
for (const element of document.querySelectorAll("[data-ends-at]")) {
  element.classList.toggle("is-past", Date.parse(element.dataset.endsAt) < Date.now());
}

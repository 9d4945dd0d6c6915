// Runs before the first paint: which language the page is in. `?language=nl|en`, else what was chosen before, else Dutch.
const asked = new URLSearchParams(location.search).get('language');
const known = ['nl', 'en'];
const remembered = (() => {
  try {
    return localStorage.getItem('language');
  } catch {
    return null; // Storage can be forbidden; the page then opens in Dutch.
  }
})();
const language = known.includes(asked) ? asked : known.includes(remembered) ? remembered : 'nl';
document.documentElement.lang = language;
try {
  localStorage.setItem('language', language);
} catch {
  // Not remembered, no harm done.
}
addEventListener('DOMContentLoaded', () => {
  document.title = document.querySelector(`title`).dataset[language] ?? document.title;
  for (const link of document.querySelectorAll('[data-language]')) {
    if (link.dataset.language === language) link.setAttribute('aria-current', 'true');
    // The fragment holds the follow token: it goes along to the other language.
    link.addEventListener('click', () => (link.hash = location.hash));
  }
});

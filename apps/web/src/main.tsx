import './ui/base.css';
import { start } from './start.js';

start().catch(showReload);

/** Last resort when not even the page's own parts arrived: plain words in every language, and a link to try again. */
function showReload(): void {
  const texts = {
    fi: 'Sivu ei latautunut. Lataa se uudelleen.',
    sv: 'Sidan laddades inte. Ladda om den.',
    en: 'The page did not load. Reload it.',
  };
  const place = document.getElementById('app');
  for (const [language, text] of Object.entries(texts)) {
    const button = document.createElement('button');
    button.lang = language;
    button.textContent = text;
    button.addEventListener('click', () => location.reload());
    place?.append(button);
  }
}

/** Script of the page: looks for new messages every two seconds and adds them without moving what is being read. */
export const SCRIPT = `
const list = document.getElementById('list');
const heard = document.getElementById('heard');
let etag = list.dataset.revision;

function show(articles) {
  const wanted = new Set(articles.map(({ id }) => id));
  for (const article of [...list.children]) {
    if (!wanted.has(article.id)) article.remove();
  }
  const fresh = articles.filter(({ id }) => document.getElementById(id) === null);
  for (const article of fresh.reverse()) {
    article.classList.add('fresh');
    list.prepend(article);
  }
  if (fresh.length > 0) heard.textContent = heard.dataset.arrived;
  count();
}

function count() {
  const size = list.children.length;
  document.getElementById('count').textContent = size;
  document.getElementById('clear').hidden = size === 0;
  document.getElementById('empty').hidden = size > 0;
  document.title = (size > 0 ? '(' + size + ') ' : '') + document.title.replace(/^\\(\\d+\\) /, '');
}

async function look() {
  try {
    const answer = await fetch('/list', { headers: { 'if-none-match': etag }, cache: 'no-store' });
    if (answer.status === 200) {
      etag = answer.headers.get('etag');
      show([...new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('article')]);
    }
    document.getElementById('lost').hidden = true;
  } catch {
    document.getElementById('lost').hidden = false;
  }
}

document.getElementById('clear').addEventListener('click', async () => {
  await fetch('/messages', { method: 'DELETE' }).catch(() => undefined);
  await look();
});
count();
setInterval(look, 2000);
`;

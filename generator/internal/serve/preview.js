// Part of no site: the preview puts it into the pages that it serves. It loads the page again once there is a new site,
// and shows what the server has to say over the page; what was closed stays closed until it says something else.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  let box, events;

  function clear() {
    box?.remove();
    box = undefined;
  }

  // show puts a note over the page, in a tree of its own, which the styles of the page do not reach.
  function show(note) {
    clear();
    const said = JSON.stringify([note.title, note.items]);
    if (!note.title || said === sessionStorage.getItem('minhbach-closed')) return;
    box = document.createElement('minhbach-preview');
    const shadow = box.attachShadow({ mode: 'open' });
    const add = (to, name, text) => { const e = document.createElement(name); if (text) e.textContent = text; to.append(e); return e; };
    const style = add(shadow, 'link');
    style.rel = 'stylesheet';
    style.href = new URL('preview.css', home);
    const section = add(shadow, 'section');
    section.lang = script.dataset.lang;
    section.className = note.grave ? 'grave' : '';
    section.setAttribute('role', note.grave ? 'alert' : 'status');
    add(section, 'h2', note.title);
    const button = add(section, 'button', note.close);
    button.type = 'button';
    button.addEventListener('click', () => { sessionStorage.setItem('minhbach-closed', said); clear(); });
    if (note.items) {
      const list = add(section, 'ol');
      for (const item of note.items) add(list, 'li', item);
    }
    document.documentElement.append(box);
  }

  function listen() {
    events = new EventSource(new URL('events', home));
    events.onmessage = (message) => {
      const note = JSON.parse(message.data);
      if (note.site !== script.dataset.site) location.reload();
      else show(note);
    };
  }

  // A browser opens few connections to one server, so a page that nobody sees gives its own up.
  function seen() {
    events?.close();
    if (document.visibilityState === 'visible') listen();
  }
  document.addEventListener('visibilitychange', seen);
  document.addEventListener('keydown', (e) => { if (e.key === 'Escape' && box) box.shadowRoot.querySelector('button').click(); });
  window.addEventListener('pagehide', () => events?.close());
  window.addEventListener('pageshow', (e) => { if (e.persisted) seen(); });
  seen();
})();

/* The look (light, dark) and the time zone live in cookies, so that the server renders the right thing at once. */
(() => {
  'use strict';

  const read = name => {
    const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
    return found ? decodeURIComponent(found.substring(name.length + 1)) : null;
  };
  const keep = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  };

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && read('supercargo-zone') !== zone) {
    keep('supercargo-zone', zone);
  }

  const show = (button, look) => {
    const dark = look === 'dark';
    PrimeFaces.changeTheme(button.dataset[look]);
    document.body.classList.toggle('sc-dark', dark);
    document.body.classList.toggle('sc-light', !dark);
    const label = dark ? button.dataset.toLight : button.dataset.toDark;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.querySelector('i').className = 'pi ' + (dark ? 'pi-sun' : 'pi-moon');
    document.dispatchEvent(new CustomEvent('supercargo:look', { detail: look }));
  };

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('look');
    if (!button) {
      return;
    }
    if (read('supercargo-look') === null && matchMedia('(prefers-color-scheme: dark)').matches) {
      show(button, 'dark');
      keep('supercargo-look', 'dark');
    }
    button.addEventListener('click', () => {
      const look = document.body.classList.contains('sc-dark') ? 'light' : 'dark';
      show(button, look);
      keep('supercargo-look', look);
    });
  });
})();

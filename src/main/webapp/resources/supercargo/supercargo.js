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

  /* The menu shows where one is; a page about one thing (shipment) belongs to its list (shipments). */
  document.addEventListener('DOMContentLoaded', () => {
    const page = path => path.split('/').pop().replace(/\.xhtml$/, '');
    const here = page(location.pathname);
    const links = [...document.querySelectorAll('header nav a[href], .sc-drawer a[href]')];
    const lead = fits => links.filter(link => link.getAttribute('href') !== '#' && fits(page(link.pathname)));
    const exact = lead(name => name === here);
    const found = exact.length || here === '' ? exact : lead(name => [here + 's', here + 'es'].includes(name));
    found.forEach(link => {
      link.setAttribute('aria-current', 'page');
      let above = link.closest('.ui-menu-parent');
      for (; above; above = above.parentElement.closest('.ui-menu-parent')) {
        above.querySelector(':scope > .ui-menuitem-link').classList.add('sc-here');
      }
    });
  });

  /* A form marked data-once is sent once, however often it is clicked; again after coming back to it. */
  document.addEventListener('submit', event => {
    const form = event.target;
    if ('once' in form.dataset) {
      if (form.dataset.once === 'sent') {
        event.preventDefault();
      }
      form.dataset.once = 'sent';
    }
  });
  addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-once]').forEach(form => { form.dataset.once = 'true'; });
  });

  /* Works without the clipboard interface too, which browsers keep from pages over plain HTTP. */
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      const source = document.getElementById(button.dataset.copy);
      source.select();
      if (document.execCommand('copy')) {
        button.querySelector('.ui-button-text').textContent = button.dataset.copied;
      }
    }
  });

  /* The search for an account is used like the list that it stands for: a click or an arrow opens it, its text is there to be typed over,
     Escape leaves what was chosen before. */
  const searching = event => {
    const found = event.target instanceof Element && event.target.matches('.sc-account input[role=combobox]');
    return found ? PrimeFaces.getWidgetById(event.target.id.replace(/_input$/, '')) : null;
  };
  // After an update PrimeFaces looks for what is to be done on a change before it is bound, and then tells of no choice until the field is left.
  const hear = search => {
    const bound = $._data(search.input[0], 'events').change.find(one => one.namespace !== 'autoComplete');
    if (bound) {
      search.cfg.onChange = bound.handler;
      search.input.off('change.' + bound.namespace);
    }
  };
  let chosen = ['', ''];
  document.addEventListener('focusin', event => {
    const search = searching(event);
    if (search) {
      search.isTabPressed = false;
      hear(search);
      chosen = [search.input.val(), search.hinput.val()];
      // Not over what was typed before a busy page came to it.
      setTimeout(() => {
        if (event.target.value === chosen[0]) {
          event.target.select();
        }
      });
    }
  });
  document.addEventListener('click', event => {
    const search = searching(event);
    if (search && search.panel.is(':hidden')) {
      search.searchWithDropdown();
    }
  });
  document.addEventListener('keydown', event => {
    const search = searching(event);
    if (!search) {
      return;
    }
    const opened = search.panel.is(':visible');
    if (!opened && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      event.stopPropagation();
      search.searchWithDropdown();
    }
    if (event.key === 'Escape' && (opened || search.input.val() !== chosen[0])) {
      event.stopPropagation();
      search.deleteTimeout();
      search.input.val(chosen[0]);
      search.hinput.val(chosen[1]);
      event.target.select();
    }
  }, true);

  /* PrimeFaces leaves a button asleep whose request failed. What was typed is still there, so it may be pressed again. */
  document.addEventListener('DOMContentLoaded', () => {
    const wake = widget => {
      const asleep = widget.jq.is('.ui-state-loading') ? widget.jq : widget.jq.find('.ui-state-loading').first();
      if (widget.ajaxCount || !asleep.length) {
        return;
      }
      if (widget.endAjaxDisabled) {
        widget.endAjaxDisabled(widget);
      } else {
        PrimeFaces.buttonEndAjaxDisabled(widget, asleep);
      }
    };
    window.jQuery && jQuery(document).on('pfAjaxError', () => setTimeout(() => {
      Object.values(PrimeFaces.widgets).filter(widget => 'ajaxCount' in widget).forEach(wake);
    }));
  });

  /* A chart's colours come with its data. */
  document.addEventListener('supercargo:look', () => {
    if (document.querySelector('[data-reload-on-look]')) {
      location.reload();
    }
  });

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
      keep('supercargo-look', look);
      show(button, look);
    });
  });
})();

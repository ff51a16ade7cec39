/* After an answer the cursor goes where it is needed: to the first field that is wrong, to what went wrong, or to the prices. */
window.Supercargo = {
  attend() {
    'use strict';
    const wanted = () => {
      const wrong = document.querySelector('main form [id$="-message"].ui-message-error');
      const field = wrong && wrong.id.replace(/-message$/, '');
      return (wrong && (document.getElementById(field + '_input') || document.getElementById(field)))
        || document.querySelector('main [data-attend]') || document.querySelector('#messages > *');
    };
    // PrimeFaces puts the cursor back to where it was, a moment after this is called: insist for as long as nobody does anything.
    let tries = 8;
    const rest = () => { tries = 0; };
    ['keydown', 'pointerdown'].forEach(deed => document.addEventListener(deed, rest, { once: true }));
    const go = () => {
      const place = wanted();
      if (!place || tries-- <= 0) {
        return;
      }
      if (document.activeElement !== place) {
        for (let box = place.closest('details:not([open])'); box; box = box.parentElement.closest('details:not([open])')) {
          box.open = true;
        }
        place.focus({ preventScroll: true });
        (place.closest('.field, .sc-cell') || place).scrollIntoView({ block: 'nearest' });
      }
      setTimeout(go, 60);
    };
    go();
  }
};

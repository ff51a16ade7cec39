/* Copies a password that is shown once. Without TLS browsers offer no clipboard: then it is selected. */
window.supercargoCopy = id => {
  'use strict';
  const shown = document.getElementById(id);
  const told = document.getElementById('copied');
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(shown);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    told.textContent = told.dataset.select;
  };
  if (!navigator.clipboard) {
    select();
    return;
  }
  navigator.clipboard.writeText(shown.textContent).then(() => {
    told.textContent = told.dataset.copied;
  }, select);
};

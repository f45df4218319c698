// Conveniences only: every page works without this file. Nothing is global, nothing is found but by these marks.
//
//   [data-testid=error-summary]        takes the focus after load
//   body[data-focus-heading]           else the focus goes to h1[tabindex="-1"]
//   form[data-once]                    is sent once; the pressed button says 送信中 and still sends its value
//   form[data-draft][data-draft-url]   unsaved typing is posted there when the page is left or hidden, and at "session-ending" (session.js);
//                                      passwords, one-time codes, files and [data-draft-skip] are left out;
//                                      data-draft="unsaved": holds typing from the start, that could not be kept before
//   template[data-open="NAME=VALUE"]   takes the place of the element before it once that choice is made
//   input[data-ticks]                  typing ticks the box with that ID, without which it would not count
//   ol[data-testid=steps] a            opens an earlier step after what was typed is saved
//   input[data-amount]                 digits are grouped when the field is left: 1234567 becomes 1,234,567
(() => {
  'use strict';

  const SEND_TIMEOUT_MS = 30000;
  const SAVE_TIMEOUT_MS = 5000;
  const body = document.body;

  // Focus
  const summary = document.querySelector('[data-testid="error-summary"]');
  const heading = body.hasAttribute('data-focus-heading') && !location.hash && document.querySelector('h1[tabindex="-1"]');
  if (summary) {
    if (!summary.hasAttribute('tabindex')) summary.tabIndex = -1;
    summary.focus();
  } else if (heading) {
    heading.focus({ preventScroll: true });
  }

  // Forms say that there is script: else a refusal is asked for by an address of its own.
  document.addEventListener('formdata', (event) => {
    if (event.target.method === 'post') event.formData.set('script', '1');
  });

  // A page that refused what was sent becomes a page that was opened: Back and reload show it as typed and send nothing again.
  if (summary && document.querySelector('main form[data-once]')) history.replaceState(history.state, '', location.href);

  // Drafts
  const dirty = new Set(document.querySelectorAll('form[data-draft="unsaved"]'));
  const saving = new Map();
  const draftOf = (element) => element.closest?.('form[data-draft]');

  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => {
      const form = draftOf(event.target);
      if (form) dirty.add(form);
    });
  }

  function saveDrafts() {
    for (const form of dirty) {
      const url = form.dataset.draftUrl;
      // One at a time: the next needs the revision that this one brings.
      if (saving.has(form)) continue;
      dirty.delete(form);
      if (!url) continue;
      const data = new FormData(form);
      for (const field of form.querySelectorAll('[type="password"], [type="file"], [autocomplete="one-time-code"], [data-draft-skip]')) {
        data.delete(field.name);
      }
      const saved = fetch(url, {
        method: 'POST',
        body: new URLSearchParams(data),
        keepalive: true,
        redirect: 'manual',
        signal: AbortSignal.timeout(SAVE_TIMEOUT_MS),
      })
        .then(async (answer) => {
          if (!answer.ok) dirty.add(form);
          // The draft has moved on with what was kept; the page goes with it.
          else if (answer.status === 200) form.elements.revision.value = await answer.text();
        })
        .catch(() => dirty.add(form)) // What was submitted is kept by the server anyway.
        .finally(() => saving.delete(form));
      saving.set(form, saved);
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveDrafts();
  });

  document.addEventListener('session-ending', saveDrafts);

  // Fields that a choice opens
  document.addEventListener('change', (event) => {
    const { form, name, value } = event.target;
    for (const open of form?.querySelectorAll('template[data-open]') ?? []) {
      if (open.dataset.open !== `${name}=${value}`) continue;
      open.previousElementSibling.remove();
      open.replaceWith(open.content);
    }
  });

  // Typing where a box says whether it counts
  document.addEventListener('input', (event) => {
    const box = document.getElementById(event.target.dataset?.ticks);
    if (box && event.target.value) box.checked = true;
  });

  // An earlier step is opened by way of the draft, so that its page knows what was typed here.
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('ol[data-testid=steps] a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || (!dirty.size && !saving.size)) return;
    event.preventDefault();
    await Promise.all(saving.values());
    saveDrafts();
    await Promise.all(saving.values());
    location.assign(link.href);
  });

  // Sent once
  let restore = [];

  function restoreForms() {
    for (const undo of restore) undo();
    restore = [];
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    // Sent beside a draft being saved, it would look like the typing of an older page.
    const saved = saving.get(form);
    if (saved) {
      const { submitter } = event;
      event.preventDefault();
      saved.then(() => form.requestSubmit(submitter));
      return;
    }
    const elsewhere = (event.submitter?.getAttribute('formtarget') ?? form.target) === '_blank';
    if (!elsewhere && form.hasAttribute('data-once')) {
      if (form.getAttribute('aria-busy') === 'true') {
        event.preventDefault();
        return;
      }
      form.setAttribute('aria-busy', 'true');
      // Enter presses the hidden twin of the main button; the visible one tells.
      let button = event.submitter;
      if (!button || button.classList.contains('visually-hidden')) button = form.querySelector('button.btn-primary');
      if (button?.localName === 'button') {
        const label = [...button.childNodes];
        button.setAttribute('data-sending', '');
        button.replaceChildren('送信中');
        restore.push(() => {
          button.removeAttribute('data-sending');
          button.replaceChildren(...label);
        });
      }
      restore.push(() => form.removeAttribute('aria-busy'));
      // The answer may be a file, or never come: the page must not stay locked.
      setTimeout(restoreForms, SEND_TIMEOUT_MS);
    }
    // The page of a failure holds what was typed until that is sent again; then its place is the step's.
    if (form.querySelector('[data-testid="resend"]')) history.replaceState(history.state, '', location.href);
    // The server has it now; a draft sent behind it would bring old typing back.
    if (!elsewhere) dirty.delete(form);
  });

  // Leaving and coming back
  addEventListener('pagehide', saveDrafts);
  addEventListener('pageshow', restoreForms);

  // Amounts: only what the server reads is touched (AmountText; tests/Cases/amounts.json holds both to the same cases).
  const AMOUNT = /^[¥￥]?[\t\p{Z}]*([0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)[\t\p{Z}]*円?$/u;
  const MOST_DIGITS = 15;

  document.addEventListener('focusout', (event) => {
    const field = event.target;
    if (!field.matches?.('input[data-amount]') || field.readOnly) return;
    const figures = field.value.replace(/^[\t\p{Z}]+|[\t\p{Z}]+$/gu, '').match(AMOUNT)?.[1];
    const digits = figures?.replace(/[,，]/g, '').normalize('NFKC');
    if (!digits || digits.length > MOST_DIGITS) return;
    const grouped = digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
    if (grouped !== field.value) field.value = grouped;
  });
})();

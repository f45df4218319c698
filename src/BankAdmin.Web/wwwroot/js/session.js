// The end of a session: says so before, and shows nothing of it afterwards. Conveniences only: the server ends it in any case.
//
//   body[data-session]                 page of a session; the value names the side, so that two sides in one browser stay apart.
//                                      Such a page does not come back from the back-forward cache
//   body[data-session-idle-seconds]    the server ends the session this long after the last request
//   dialog[data-session-dialog]        opens two minutes before; inside: .left, [data-session-continue], the logout form
//     data-session-keepalive-url       (on the dialog or on body) is posted to by 続ける, with the dialog's antiforgery field
//
// While little time is left it tells the document "session-ending" again and again, so that what is typed can be kept.
(() => {
  'use strict';

  const WARN_SECONDS = 120;
  const SAY_EVERY_SECONDS = 30;
  const TOKEN = 'input[name="__RequestVerificationToken"]';
  const body = document.body;
  const now = () => Date.now();

  // A GET of the same page: reload() would ask whether a post shall be sent again.
  function reopen() {
    location.replace(location.pathname + location.search);
  }

  const idle = Number(body.dataset.sessionIdleSeconds) || 0;
  const dialog = document.querySelector('dialog[data-session-dialog]');
  const key = `bankadmin.active.${body.dataset.session ?? ''}`;
  let active = now();
  let said = 0;
  let speaker;
  let asking = false;
  let ended = false;

  // The last request of any tab counts; a browser that refuses storage knows only its own.
  function lastActive() {
    try {
      const other = Number(localStorage.getItem(key));
      if (other > active && other <= now()) active = other;
    } catch { /* own time stamp only */ }
    return active;
  }

  function markActive() {
    active = now();
    try {
      localStorage.setItem(key, String(active));
    } catch { /* own time stamp only */ }
  }

  function words(seconds) {
    const minutes = Math.floor(seconds / 60);
    return minutes ? `${minutes}分${String(seconds % 60).padStart(2, '0')}秒` : `${seconds}秒`;
  }

  function say(text) {
    if (!speaker) {
      speaker = document.createElement('p');
      speaker.className = 'visually-hidden';
      speaker.setAttribute('aria-live', 'polite');
      dialog.append(speaker);
    }
    speaker.textContent = text;
  }

  function openDialog() {
    dialog.hidden = false;
    dialog.showModal();
    dialog.querySelector('[data-session-continue]')?.focus();
  }

  function tick() {
    if (!idle || ended) return;
    const left = Math.ceil((lastActive() + idle * 1000 - now()) / 1000);
    if (left > WARN_SECONDS) {
      if (dialog?.open) dialog.close();
      said = 0;
      return;
    }
    // The server counts from its answer, a little earlier than the page.
    if (left < -1) {
      ended = true;
      reopen();
      return;
    }
    const shown = Math.max(left, 0);
    const step = Math.ceil(shown / SAY_EVERY_SECONDS);
    const due = step !== said;
    if (due) document.dispatchEvent(new Event('session-ending'));
    if (dialog) {
      if (!dialog.open) openDialog();
      const place = dialog.querySelector('.left');
      if (place) place.textContent = words(shown);
      // The dialog itself is read when it opens.
      if (due && said && shown) say(`あと${words(shown)}でログアウトします。`);
    }
    said = step;
  }

  async function stay() {
    if (asking) return;
    asking = true;
    try {
      const url = dialog.dataset.sessionKeepaliveUrl ?? body.dataset.sessionKeepaliveUrl;
      const token = dialog.querySelector(TOKEN);
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(token ? [[token.name, token.value]] : []),
        redirect: 'manual',
      });
      if (answer.ok) {
        markActive();
        dialog.close();
      } else {
        ended = true;
        reopen();
      }
    } catch {
      say('通信できませんでした。もう一度「続ける」を押してください。');
      speaker.className = 'invalid-feedback';
    } finally {
      asking = false;
    }
  }

  // Should the page be restored after a logout, it shows nothing until the server has answered.
  addEventListener('pagehide', (event) => {
    if (event.persisted && body.hasAttribute('data-session')) body.hidden = true;
  });

  addEventListener('pageshow', (event) => {
    if (event.persisted && body.hasAttribute('data-session')) reopen();
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') tick();
  });

  if (idle) {
    markActive();
    dialog?.addEventListener('click', (event) => {
      if (!event.target.closest('[data-session-continue]')) return;
      event.preventDefault();
      stay();
    });
    // Esc means going on, not being logged out behind a closed dialog.
    dialog?.addEventListener('cancel', (event) => {
      event.preventDefault();
      stay();
    });
    setInterval(tick, 1000);
  }
})();

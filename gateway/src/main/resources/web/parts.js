// Parts that several pages share.
import { html, useEffect, useState } from './vendor/htm-preact-standalone-3.1.1.js';

/** What went wrong, in the reader's language. Announced by screen readers. */
export function Failure({ t, problem }) {
  if (!problem) return null;
  return html`<p class="failure" role="alert"><strong>${t.error}.</strong> ${explain(t, problem)}</p>`;
}

function explain(t, problem) {
  if (problem.code === 'offline') return t.offline;
  if (problem.status === 401) return html`${t.loggedOut} <a href="/oauth2/authorization/rinnalla">${t.login}</a>`;
  if (problem.status === 412 || problem.code === 'changed-meanwhile') return t.changed;
  if (problem.code === 'meeting-already-held') return t.alreadyHeld;
  if (problem.status === 404) return t.notAllowed;
  if (problem.status === 400) return problem.errors.map((fault) => faultText(t, fault)).join(' ') || t.check;
  return t.somethingElse;
}

const faultText = (t, { code }) =>
  ({ 'in-the-future': t.inTheFuture, 'no-client': t.noClient, empty: t.chooseRole, '1-to-1440': t.minutesRange })[code] ?? t.check;

/** Loads once for each key; gives what was loaded, or why not. */
export function useLoaded(load, key) {
  const [state, setState] = useState({});
  useEffect(() => {
    let current = true;
    setState({});
    load().then(
      (value) => current && setState({ value }),
      (problem) => current && setState({ problem }),
    );
    return () => { current = false; };
  }, [key]);
  return state;
}

export function Choice({ label, name, value, options, onChange }) {
  return html`<label>${label}
    <select name=${name} value=${value} onChange=${onChange}>
      ${options.map(([option, text]) => html`<option value=${option} selected=${option === value}>${text}</option>`)}
    </select></label>`;
}

/** Several choices; the names are those of the field's words. */
export const named = (t, prefix, values) => values.map((value) => [value, t[`${prefix}_${value}`]]);

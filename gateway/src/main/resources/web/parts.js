// Parts that several pages share.
import { html, useEffect, useRef, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, newKey } from './api.js';

/** What went wrong, in the reader's language. Announced by screen readers. */
export function Failure({ t, problem }) {
  if (!problem) return null;
  return html`<p class="failure" role="alert"><strong>${t.error}.</strong> ${explain(t, problem)}</p>`;
}

function explain(t, problem) {
  if (problem.code === 'offline') return t.offline;
  if (problem.status === 401) return html`${t.loggedOut} <a href="/oauth2/authorization/rinnalla">${t.login}</a>`;
  if (problem.status === 412 || problem.code === 'changed-meanwhile') return t.changed;
  if (t[`problem_${problem.code}`]) return t[`problem_${problem.code}`];
  if (problem.status === 404) return t.notAllowed;
  if (problem.status === 400) return problem.errors.map((fault) => faultText(t, fault)).join(' ') || t.check;
  return t.somethingElse;
}

const faultText = (t, { code }) => t[`fault_${code}`] ?? t.check;

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

/** Kinds of meetings, and how people meet. */
export const KINDS = ['one-to-one', 'family', 'network', 'co-development', 'circulating', 'doing-together', 'discussion-cafe',
  'outreach', 'group', 'training-day'];
export const CHANNELS = ['face-to-face', 'phone', 'video'];

/** Who answers. */
export const GIVERS = ['client', 'relative', 'peer-expert', 'professional'];

/** Several choices; the names are those of the field's words. */
export const named = (t, prefix, values) => values.map((value) => [value, t[`${prefix}_${value}`]]);

/** A form whose key stays the same until it has succeeded: sending twice has one effect. */
export function useSending(send, onSent) {
  const key = useRef(newKey());
  const [problem, setProblem] = useState();
  const [busy, setBusy] = useState(false);
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    setBusy(true);
    setProblem();
    try {
      const sent = await send(new FormData(form, event.submitter), key.current);
      key.current = newKey();
      form.reset();
      onSent(sent);
    } catch (failed) {
      // A refused request was not kept under its key, so the corrected one may use it again.
      setProblem(failed);
    }
    setBusy(false);
  };
  return { submit, problem, busy };
}

/** A page about one unit at a time. */
export function OfOneUnit({ t, title, show }) {
  const units = useLoaded(() => all('/api/v1/units'), 'units');
  const [chosen, setChosen] = useState();
  if (units.problem) return html`<${Failure} t=${t} problem=${units.problem} />`;
  if (!units.value) return html`<p role="status">${t.loading}</p>`;
  const unit = chosen ?? units.value[0]?.slug;
  return html`<h1 tabindex="-1">${title}</h1>
    ${unit
      ? html`<${Choice} label=${t.unit} name="unit" value=${unit} options=${units.value.map((one) => [one.slug, one.name])} onChange=${(event) => setChosen(event.target.value)} />${show(unit)}`
      : html`<p>${t.none}</p>`}`;
}

// Parts that several pages share.
import { createContext, html, useContext, useEffect, useRef, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, newKey, Problem } from './api.js';

/** Whether a page was shown before: the first one leaves the focus where the browser put it, at the top. */
let isFurtherPage = false;

/** The name of a page or view. Whoever comes to it by a menu or a button is brought to its top, keyboard and screen reader too. */
export function Heading({ children }) {
  const heading = useRef();
  useEffect(() => {
    if (isFurtherPage) {
      scrollTo(0, 0);
      heading.current.focus({ preventScroll: true });
    }
    isFurtherPage = true;
  }, []);
  return html`<h1 tabindex="-1" ref=${heading}>${children}</h1>`;
}

export const Loading = ({ t }) => html`<p role="status">${t.loading}</p>`;

/** To the login, and back to where one was. What is being written stays on its page while the login is on another tab. */
export const LoginLink = ({ t, keepsPage, isButton }) => html`<a href=${`/oauth2/authorization/rinnalla?lang=${t.tag}`} class=${isButton && 'button'} target=${keepsPage ? '_blank' : undefined}
  onClick=${() => keepsPage || sessionStorage.setItem('wished', location.hash)}>${t.login}</a>`;

/** What went wrong, in the reader's language. Announced by screen readers. */
export function Failure({ t, problem }) {
  if (!problem) return null;
  return html`<div class="failure" role="alert"><p><strong>${t.error}.</strong> ${explain(t, problem)}</p><${Again} t=${t} problem=${problem} /></div>`;
}

const mayPass = (problem) => problem.status === 0 || problem.status === 429 || problem.status >= 500;

function Again({ t, problem }) {
  return problem.again && mayPass(problem) ? html`<p><button type="button" class="second" onClick=${problem.again}>${t.tryAgain}</button></p>` : null;
}

function explain(t, problem, isForm) {
  if (problem.status === 0) return t.offline;
  if (problem.status === 401) return html`${isForm ? t.loggedOutWhileWriting : t.loggedOut} <${LoginLink} t=${t} keepsPage=${isForm} />`;
  return t[`problem_${problem.code}`] ?? t.somethingElse;
}

/** What a field's fault means to whoever fills it in. */
function faultText(t, { name, code }) {
  const [, least, most] = /^(?:length-)?(\d+)-to-(\d+)$/.exec(code) ?? [];
  if (most) return t.fault_between.replace('{n}', least).replace('{m}', most);
  const [, atMost] = /^at-most-(\d+)$/.exec(code) ?? [];
  if (atMost) return t.fault_atMost.replace('{n}', atMost);
  return t[`fault_${name}-${code}`] ?? t[`fault_${code}`] ?? t.fault_invalid;
}

/** Loads once for each key; gives what was loaded, or why not. */
export function useLoaded(load, key) {
  const [state, setState] = useState({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    setState({});
    load().then(
      (value) => current && setState({ value }),
      (problem) => current && setState({ problem: Object.assign(problem, { again: () => setTurn(turn + 1) }) }),
    );
    return () => { current = false; };
  }, [key, turn]);
  return state;
}

/** What the fields of a form know of it: its id, and what was refused, by the field's name. */
const OfForm = createContext({ faults: {} });

function useFault(name) {
  const { id: form, faults } = useContext(OfForm);
  const fault = faults[name];
  const id = form ? `${form}${name}` : undefined;
  const marks = fault && { 'aria-invalid': 'true', 'aria-describedby': `${id}-fault` };
  return { id, marks, told: fault && html`<p class="fault" id=${`${id}-fault`}>${fault}</p>` };
}

/** A field with its name above it, and what was wrong with it below. */
export function Field({ label, as = 'input', hint, name, ...rest }) {
  const { id, marks, told } = useFault(name);
  return html`<label>${label} <${as} id=${id} name=${name} ...${rest} ...${marks} /> ${hint && html`<small>${hint}</small>`}</label>${told}`;
}

/** One of several, or several ticks, each of which is given what marks it where they were refused. */
export function Group({ label, name, one, children }) {
  const { id, marks, told } = useFault(name);
  return html`<fieldset id=${id} tabindex="-1" role=${one ? 'radiogroup' : undefined} aria-invalid=${one && marks ? 'true' : undefined}
    aria-describedby=${marks?.['aria-describedby']}><legend>${label}</legend>${one ? children : children(marks)}${told}</fieldset>`;
}

export function Choice({ label, name, value, options, onChange }) {
  const { id, marks, told } = useFault(name);
  // Without a listener the field keeps by itself what was chosen: a value given anew at each drawing would undo it.
  return html`<label>${label}
    <select id=${id} name=${name} ...${onChange && { value }} onChange=${onChange} ...${marks}>
      ${options.map(([option, text]) => html`<option value=${option} selected=${option === value}>${text}</option>`)}
    </select></label>${told}`;
}

/**
 * A form that tells all that was refused: a box at its top that is brought into view, with a way to each field, and the
 * same beside the field. What was written stays.
 */
export function Form({ t, sending, children }) {
  const [id] = useState(() => `form-${newKey()}-`);
  const box = useRef();
  const { problem } = sending;
  useEffect(() => {
    if (problem) {
      box.current.scrollIntoView({ block: 'start' });
      box.current.focus({ preventScroll: true });
    }
  }, [problem]);
  const told = (problem?.faults ?? []).map((fault) => ({ ...fault, text: faultText(t, fault) }));
  const faults = Object.fromEntries(told.filter(({ name }) => name).map(({ name, text }) => [name, text]));
  const go = (event, name) => {
    event.preventDefault();
    const field = document.getElementById(id + name);
    field.closest('details')?.setAttribute('open', '');
    const first = field.matches('fieldset') ? field.querySelector('input') ?? field : field;
    first.focus({ preventScroll: true });
    (field.closest('label') ?? field).scrollIntoView({ block: 'start' });
  };
  return html`<${OfForm.Provider} value=${{ id, faults }}><form noValidate onSubmit=${sending.submit}>
    ${problem && html`<div class="failure" role="alert" tabindex="-1" ref=${box}>
      <p><strong>${t.error}.</strong> ${told.length ? t.check : explain(t, problem, true)}</p>
      ${told.length > 0 && html`<ul>${told.map(({ name, label, text }) => html`<li>${name
        ? html`<a href=${`#${id}${name}`} onClick=${(event) => go(event, name)}>${label}${label.endsWith('?') ? '' : ':'} ${text}</a>` : text}</li>`)}</ul>`}
      <${Again} t=${t} problem=${problem} /></div>`}
    ${children}</form><//>`;
}

/** Kinds of meetings, and how people meet. */
export const KINDS = ['one-to-one', 'family', 'network', 'co-development', 'circulating', 'doing-together', 'discussion-cafe',
  'outreach', 'group', 'training-day'];
export const CHANNELS = ['face-to-face', 'phone', 'video'];

/** Who answers. */
export const GIVERS = ['client', 'relative', 'peer-expert', 'professional'];

/** Several choices; the names are those of the field's words. */
export const named = (t, prefix, values) => values.map((value) => [value, t[`${prefix}_${value}`]]);

/** What the browser finds wrong in a form, told as the server would: all of it, in the page's language and not the browser's. */
function refusedHere(form) {
  const wrong = [...form.elements].filter((field) => field.name && field.willValidate && !field.validity.valid)
    .map((field) => ({ pointer: `/${field.name}`, code: ruleBroken(field) }));
  const errors = wrong.filter(({ pointer }, n) => wrong.findIndex((one) => one.pointer === pointer) === n);
  return errors.length ? new Problem(400, { type: '/problems/invalid-request', errors }) : undefined;
}

function ruleBroken({ validity, type, min, max }) {
  if (validity.valueMissing) return 'required';
  if (validity.typeMismatch || validity.patternMismatch) return type === 'url' ? 'https' : 'slug';
  return type === 'date' && validity.rangeOverflow ? 'in-the-future' : min && max ? `${min}-to-${max}` : 'invalid';
}

/** Which fields of the form the faults are of, with the names that people read there. */
function inFields(form, errors, fieldOf) {
  return errors.map(({ pointer, code }) => {
    const steps = pointer.split('/').filter(Boolean);
    const name = [fieldOf?.(steps, code), ...steps.reverse()].find((one) => one && form.elements.namedItem(one));
    return { code, name, label: name && labelOf(form.elements.namedItem(name)) };
  });
}

function labelOf(found) {
  const field = found instanceof RadioNodeList ? found[0] : found;
  const legend = field.matches('[type=radio], [type=checkbox]') && field.closest('fieldset')?.querySelector('legend');
  return (legend || field.labels[0].firstChild).textContent.trim();
}

/**
 * A form whose key stays the same until it has succeeded: sending twice has one effect.
 *
 * @param fieldOf which field a part of the request came from, where its name does not tell: (steps of the pointer, code) => name
 */
export function useSending(send, onSent, fieldOf) {
  const key = useRef(newKey());
  const [problem, setProblem] = useState();
  const [busy, setBusy] = useState(false);
  const submit = async (event) => {
    event.preventDefault();
    const { target: form, submitter } = event;
    const refused = (failed) => setProblem(Object.assign(failed, {
      faults: inFields(form, failed.errors ?? [], fieldOf),
      again: () => form.requestSubmit(submitter),
    }));
    const here = refusedHere(form);
    if (here) {
      refused(here);
      return;
    }
    setBusy(true);
    setProblem();
    try {
      const sent = await send(new FormData(form, submitter), key.current);
      key.current = newKey();
      form.reset();
      onSent(sent);
    } catch (failed) {
      // A refused request was not kept under its key, so the corrected one may use it again.
      refused(failed);
    }
    setBusy(false);
  };
  return { submit, problem, busy };
}

/** The first of some for which something is found, asked one after the other; the first of all if there is none. */
export async function firstWith(some, isThere) {
  for (const one of some) {
    if (await isThere(one)) return one;
  }
  return some[0];
}

/**
 * A page about one unit at a time.
 *
 * @param opensOn the unit on which there is something to see: (units) => unit
 * @param show    what is told of the unit: (unit, units, choose)
 */
export function OfOneUnit({ t, title, opensOn, show }) {
  const loaded = useLoaded(async () => {
    const units = await all('/api/v1/units');
    return { units, first: (await opensOn(units).catch(() => undefined)) ?? units[0] };
  }, 'units');
  const [chosen, setChosen] = useState();
  const choice = useRef();
  // The button by which it was chosen goes, and the focus would go with it.
  const choose = (unit) => { setChosen(unit); choice.current.querySelector('select').focus(); };
  const { units, first } = loaded.value ?? {};
  const unit = chosen ?? first?.slug;
  return html`<${Heading}>${title}<//>
    <${Failure} t=${t} problem=${loaded.problem} />
    ${!loaded.value && !loaded.problem && html`<${Loading} t=${t} />`}
    ${units?.length === 0 && html`<p>${t.none}</p>`}
    ${unit && html`<div ref=${choice}><${Choice} label=${t.unit} name="unit" value=${unit} options=${units.map((one) => [one.slug, one.name])} onChange=${(event) => setChosen(event.target.value)} /></div>
      ${show(unit, units, choose)}`}`;
}

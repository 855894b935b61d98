// The page for staff: who is logged in, where they are, and the page that belongs there.
import { html, render, useEffect, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get, post } from './api.js';
import { showDay } from './dates.js';
import { Feedback } from './feedback.js';
import { Heard } from './heard.js';
import { Indicators } from './indicators.js';
import { Meetings } from './meetings.js';
import { Failure, Heading, Loading, LoginLink, useLoaded } from './parts.js';
import { Paths } from './paths.js';
import { Questions } from './questions.js';
import { languages, startLanguage, texts } from './texts.js';

const PAGES = {
  activities: { roles: ['coordinator', 'professional', 'manager', 'analyst', 'peer-expert', 'client'], page: Activities },
  meetings: { roles: ['coordinator', 'professional', 'manager'], page: Meetings },
  heard: { roles: ['coordinator', 'professional', 'manager', 'analyst'], page: Heard },
  feedback: { roles: ['coordinator', 'professional', 'manager'], page: Feedback },
  paths: { roles: ['coordinator', 'professional', 'manager', 'analyst'], page: Paths },
  questions: { roles: ['coordinator', 'professional', 'manager', 'peer-expert', 'client'], page: Questions },
  indicators: { roles: ['coordinator', 'professional', 'manager', 'analyst'], page: Indicators },
};

function App() {
  const [language, setLanguage] = useState(startLanguage());
  const [me, setMe] = useState();
  const [problem, setProblem] = useState();
  const [here, setHere] = useState(location.hash.slice(1));
  /** Whoever came by a link to a place of the page is there again after the login, which leads to the front page. */
  const arrive = (person) => {
    const wished = sessionStorage.getItem('wished');
    sessionStorage.removeItem('wished');
    if (wished && !location.hash) location.replace(wished);
    setMe(person);
  };
  const t = texts[language];

  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem('language', language);
  }, [language]);
  useEffect(() => {
    get('/api/v1/me').then(arrive, (failed) => (failed.status === 401 ? setMe(null) : setProblem(failed)));
    const move = () => setHere(location.hash.slice(1));
    addEventListener('hashchange', move);
    return () => removeEventListener('hashchange', move);
  }, []);

  const mine = me ? Object.keys(PAGES).filter((name) => PAGES[name].roles.some((role) => me.roles.includes(role))) : [];
  // A page, and a place on it: #indicators/heard.
  const [asked, place] = here.split('/');
  const current = mine.includes(asked) ? asked : mine[0];
  useEffect(() => { document.title = current ? `${t[current]} · Rinnalla` : 'Rinnalla'; }, [current, language]);

  return html`
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); document.querySelector('main').focus(); }}>${t.skip}</a>
    <header>
      <p class="brand">Rinnalla</p>
      <label class="language">${t.language} <select value=${language} onChange=${(event) => setLanguage(event.target.value)}>
        ${Object.entries(languages).map(([tag, name]) => html`<option value=${tag} lang=${tag} selected=${tag === language}>${name}</option>`)}
      </select></label>
      ${me && html`<p class="who">${me.name}, ${me.organisationName} (${me.roles.map((role) => t[`role_${role}`] ?? role).join(', ')})
        <button class="second" onClick=${logOut}>${t.logout}</button></p>`}
      ${mine.length > 0 && html`<nav aria-label=${t.menu}><ul>${mine.map((name) =>
        html`<li><a href=${`#${name}`} aria-current=${name === current ? 'page' : undefined}>${t[name]}</a></li>`)}</ul></nav>`}
    </header>
    <main tabindex="-1" id="main">
      <${Failure} t=${t} problem=${problem} />
      ${me === undefined && !problem && html`<${Loading} t=${t} />`}
      ${me === null && html`<h1>Rinnalla</h1><p>${t.welcome}</p><p><${LoginLink} t=${t} isButton /></p>`}
      ${current && html`<${PAGES[current].page} key=${current} t=${t} me=${me} place=${place} />`}
      ${me && !current && html`<h1>Rinnalla</h1><p>${t.none}</p>`}
    </main>`;
}

async function logOut() {
  const answer = await post('/logout');
  location.href = (await answer.json()).continueAt;
}

function Activities({ t }) {
  const activities = useLoaded(() => all('/api/v1/activities'), 'activities');
  return html`
    <${Heading}>${t.activities}<//>
    <${Failure} t=${t} problem=${activities.problem} />
    ${!activities.value && !activities.problem && html`<${Loading} t=${t} />`}
    ${activities.value?.length === 0 && html`<p>${t.none}</p>`}
    ${activities.value?.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label=${t.activities}><table>
      <thead><tr><th scope="col">${t.activity}</th><th scope="col">${t.unit}</th><th scope="col">${t.started}</th></tr></thead>
      <tbody>${activities.value.map((one) => html`<tr key=${one.id}><th scope="row">${one.name}</th><td>${one.unitName}</td><td>${showDay(t, one.startedOn)}</td></tr>`)}</tbody>
    </table></div>`}`;
}

render(html`<${App} />`, document.getElementById('app'));

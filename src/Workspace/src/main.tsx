import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './app/title';
import { App } from './app/App';
import { loadSettings } from './app/settings';
import { untilReached } from './live/connection';
import { resume, useDirectory } from './session/session';

const root = document.getElementById('app')!;
render(<App settings={null} />, root);
const settings = await untilReached(loadSettings, new AbortController().signal);
useDirectory(settings.directory);
void resume();
render(<App settings={settings} />, root);

import './shell.js';
import './parts/time.js';
import { start } from './router.js';

start();

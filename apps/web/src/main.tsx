import './ui/base.css';
import { start } from './start.js';

void start();

import './desk.ts';

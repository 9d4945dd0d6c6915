import './follow.ts';
import './intake.ts';

export { BUTTONS } from '../bot/texts/vi/buttons.ts';

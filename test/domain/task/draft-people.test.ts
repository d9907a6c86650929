import { expect, test } from 'vitest';
import { whoIsMeant } from '../../../src/domain/task/draft-people.ts';

const PEOPLE = ['Trương Công Minh', 'Lê Minh', 'Lý Thị Mai', 'Huỳnh Thị Lan', 'Hồ Thị Lân', 'Chu Văn An'].map(
  (name) => ({ name }),
);

test.each([
  ['Minh', ['Trương Công Minh', 'Lê Minh']],
  ['anh Minh', ['Trương Công Minh', 'Lê Minh']],
  ['a. Công Minh', ['Trương Công Minh']],
  ['Lê Minh', ['Lê Minh']],
  ['chị Lan', ['Huỳnh Thị Lan']],
  ['chị Lân', ['Hồ Thị Lân']],
  ['truong cong minh', ['Trương Công Minh']],
  ['Chu Văn An', ['Chu Văn An']],
  ['anh Bảo', []],
  ['', []],
  ['Minh Mai', []],
])('“%s” may mean %j', (typed, names) => {
  expect(whoIsMeant(typed, PEOPLE).map(({ name }) => name)).toEqual(names);
});

import { describeAccessMatrix } from './describe-access-matrix.js';

describeAccessMatrix('who may do what');

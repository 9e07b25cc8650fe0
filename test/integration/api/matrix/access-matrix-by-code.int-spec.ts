import { disableRowLevelSecurity } from '../../../support/row-level-security.js';
import { describeAccessMatrix } from './describe-access-matrix.js';

describeAccessMatrix('who may do what, by code alone', disableRowLevelSecurity);

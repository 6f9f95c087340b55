/** 待安排工作期间的生活补助: month by month by place and date, as a list for who pays it. */
package org.rongyi.career.reception.allowance;

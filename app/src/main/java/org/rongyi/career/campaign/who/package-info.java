/** 哪一类人可以用哪种安置方式、资格审查看什么、亲属回避管哪些: dated rules, by region. */
@NullMarked
package org.rongyi.career.campaign.who;

import org.jspecify.annotations.NullMarked;

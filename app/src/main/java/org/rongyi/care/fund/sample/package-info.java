/** 抽样回访: some of what was paid, drawn by chance anybody can repeat, is asked after by a station that did not decide it (docs/decisions/0034). */
@NamedInterface("sample")
@NullMarked
package org.rongyi.care.fund.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

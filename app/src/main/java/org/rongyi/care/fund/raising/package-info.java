/** 募捐: the charity's plans to raise in public, and what the law wants made public of them and when (docs/decisions/0034). */
@NamedInterface("raising")
@NullMarked
package org.rongyi.care.fund.raising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

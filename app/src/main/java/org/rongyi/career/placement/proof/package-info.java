/**
 * 全程留证: a whole campaign as one canonical file that anybody can run again. Pure, like the allocation it leans on: rules, order, draw,
 * wishes and seats in; rounds, result, lines and heads out. The room {@code campaign} brings the people and keeps the file.
 */
@NullMarked
@NamedInterface("proof")
package org.rongyi.career.placement.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

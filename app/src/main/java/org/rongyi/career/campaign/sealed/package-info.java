/**
 * 封存志愿: lists of wishes that nobody reads before they are opened. Pure: a key whose private part is split 2 of 3 from its first moment, lists
 * sealed to its public part, and their opening by two shares. The private part is never put together, not even to open: each share
 * gives its part of the answer for one list.
 */
@NullMarked
@NamedInterface("sealed")
package org.rongyi.career.campaign.sealed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

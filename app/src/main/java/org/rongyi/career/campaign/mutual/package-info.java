/**
 * 网上双选, as Guangdong held it in 2017: people apply within a window, units look at who applied without knowing who it is, and who is taken
 * first is taken for good. What was taken goes into the campaign's file as his one wish.
 */
@NullMarked
@NamedInterface("mutual")
package org.rongyi.career.campaign.mutual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** 资格审查复核: who may not have a post asks once for another look, by somebody who took no part. */
@NullMarked
package org.rongyi.career.campaign.appeal;

import org.jspecify.annotations.NullMarked;

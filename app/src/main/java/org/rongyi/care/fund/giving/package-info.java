/** 网上捐赠的页面: where a fund's charity takes gifts online, and who changed it. */
@NullMarked
package org.rongyi.care.fund.giving;

import org.jspecify.annotations.NullMarked;

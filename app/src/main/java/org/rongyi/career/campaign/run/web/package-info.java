/** 运行和结果: the office's screens. */
@NullMarked
package org.rongyi.career.campaign.run.web;

import org.jspecify.annotations.NullMarked;

/** 安置方式、安排工作条件和安置地的规则: by the day of discharge, pure, each line with its document. */
@NamedInterface("rule")
package org.rongyi.career.reception.rule;

import org.springframework.modulith.NamedInterface;

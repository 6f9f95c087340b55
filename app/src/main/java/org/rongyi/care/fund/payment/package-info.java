/** 拨付: grants become payments, payments batches; each batch is made, approved and released by three people (docs/decisions/0031). */
@NamedInterface("payment")
@NullMarked
package org.rongyi.care.fund.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

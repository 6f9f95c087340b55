/** 安置待遇的终止: proposed with a hearing, decided in writing by a leader, open to objection; nothing ends by itself. */
@NamedInterface("ending")
package org.rongyi.career.reception.ending;

import org.springframework.modulith.NamedInterface;

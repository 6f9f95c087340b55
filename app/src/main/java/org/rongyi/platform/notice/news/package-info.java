/** What the rooms below have to tell: they publish, this room listens and writes. */
@NullMarked
package org.rongyi.platform.notice.news;

import org.jspecify.annotations.NullMarked;

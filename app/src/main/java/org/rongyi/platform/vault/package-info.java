/**
 * 密匣 · vault: seals and opens fields, makes blind indexes, keeps the keys outside the database. It never decides who
 * may see a value: that is an act of access.
 *
 * <p>Legal basis: 密码法; 商用密码管理条例; SM3 GB/T 32905, SM4 GB/T 32907; PIPL 第 51 条.
 */
@ApplicationModule(
        id = "vault",
        displayName = "密匣 vault",
        allowedDependencies = {"kernel", "database"})
package org.rongyi.platform.vault;

import org.springframework.modulith.ApplicationModule;

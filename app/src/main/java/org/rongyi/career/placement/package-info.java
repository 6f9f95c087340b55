/**
 * 移交安置 · placement: who gets which post, by a rule that anybody can run again. What is here so far is the allocation, pure and
 * public: the sandbox for outsiders, by the command {@code allocate} and the page {@code /allocate}; and the points of a soldier's service, with
 * a calculator for anybody at {@code /score}.
 *
 * <p>Legal basis: 退役军人保障法 第 22 条(安排工作)；退役军人安置条例 第 4 条(公开公平公正的阳光安置)、第 25 条 onwards.
 */
@ApplicationModule(
        id = "placement",
        displayName = "移交安置 placement",
        allowedDependencies = {"kernel", "policy", "ui"})
package org.rongyi.career.placement;

import org.springframework.modulith.ApplicationModule;

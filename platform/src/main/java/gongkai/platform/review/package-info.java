/**
 * The answer to a request before it is signed: drafts (拟稿), the stages of its review (科室审核、保密审查、法制审核、签发), treating apart what may be
 * disclosed (区分处理), evidence about many repeated requests, and work on many requests at once. Start at
 * {@link gongkai.platform.review.Reviews}.
 */
@NullMarked
package gongkai.platform.review;

import org.jspecify.annotations.NullMarked;

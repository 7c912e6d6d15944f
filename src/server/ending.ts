/** What an app is told when its server takes no more requests: answers without an end must end now. */
export const ENDING = 'ending'

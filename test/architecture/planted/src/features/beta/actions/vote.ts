export const vote = () => "voted";

/** What hosts do: insert the tag before the library is there, move it about, take it out. */
const byId = (id) => document.getElementById(id);
const form = () => document.querySelector('mc-portfolio');

byId('insert').addEventListener('click', () => {
  const element = document.createElement('mc-portfolio');
  element.setAttribute('src', '/credentials/trust-and-collegiality.json');
  byId('one').append(element);
});
byId('move').addEventListener('click', () => {
  const place = form()?.parentElement === byId('one') ? byId('two') : byId('one');
  if (form()) place.append(form());
});
byId('remove').addEventListener('click', () => form()?.remove());
byId('library').addEventListener('click', () => import('/embed/mc-portfolio.js'));
